"""What a question is: its model, its permanent id and its schema."""
