"""Speed and accuracy, measured: of Sayso on its own gold, and beside what others reach on public sets."""
