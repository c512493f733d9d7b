"""The exercises of chapter 3, a file each."""
