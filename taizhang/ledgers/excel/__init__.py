"""Excel in and out: the door through which an office's ledgers come and go."""
