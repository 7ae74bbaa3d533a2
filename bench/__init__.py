"""The benchmarks: each piece of work beside its yardstick, in the same run on the same machine."""
