"""The exercises of chapter 1, a file each."""
