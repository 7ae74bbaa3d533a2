"""Reports as text: Word, PDF with text, plain text in any encoding that offices use."""
