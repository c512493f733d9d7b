"""The exercises of chapter 2, a file each."""
