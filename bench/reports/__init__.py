"""Reports with gold labels, to measure what the checker finds: true ones, true ones that look suspicious, and ones with a single mistake."""
