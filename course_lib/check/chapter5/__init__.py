"""The exercises of chapter 5, a file each."""
