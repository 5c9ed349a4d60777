"""What can't all hold."""
