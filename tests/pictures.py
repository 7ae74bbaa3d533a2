"""Pictures for tests, as small as a picture can be."""

from io import BytesIO

from PIL import Image


def picture(kind: str = "PNG", size: tuple[int, int] = (8, 6), colour: str = "green") -> bytes:
    """A file with a picture of one colour; another colour is another file."""
    drawn = BytesIO()
    Image.new("RGB", size, colour).save(drawn, kind)
    return drawn.getvalue()
