"""What in docs/ is made from the program itself: commands, queries, vocabulary, answers."""
