"""What the project is made with: nothing of it is needed to learn."""
