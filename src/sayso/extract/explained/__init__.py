"""Why a value of a record is what it is: the steps that made it, shown from outside."""
