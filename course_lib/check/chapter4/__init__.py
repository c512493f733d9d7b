"""The exercises of chapter 4, a file each."""
