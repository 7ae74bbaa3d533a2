"""What is counted of petitions, one file a topic. Accusations are in none of it, and no figure is about a person.

Counts go by the place of the problem, for whoever mends it; they rank nobody. What is judged is how a matter was
answered: told in time, settled in time, settled at the first try, and what petitioners say of it.
"""

FILES = ("received", "handled", "answered", "shares")
