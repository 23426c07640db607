"""What the README says in figures. `make bench` runs all; `python -m benchmarks hits herd` some.

Each prints tables in Markdown. Machines differ and are noisy: figures are medians over rounds in which the
candidates take turns, and what counts are the ratios within one run.
"""
