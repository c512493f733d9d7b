"""What every algorithm starts from: checks, number types, borders, bands of rows, lines, levels, threads."""
