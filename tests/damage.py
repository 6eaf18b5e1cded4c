"""Random damage to a text: what a slip of the hand or a bad transfer does."""

from hypothesis import strategies as st

JUNK = st.one_of(
    st.sampled_from(
        [
            "",
            ":",
            "- ",
            "{",
            "[",
            "&a ",
            "*a",
            "!!str ",
            "\t",
            "null",
            "-1",
            "1e9",
            "''",
            '"\\UFFFFFFFF"',
            "?",
        ]
    ),
    st.text(max_size=8),
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """``text`` with one to three stretches of it replaced, dropped or doubled."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        middle = draw(st.one_of(JUNK, st.just(text[start:end] * 2)))
        text = text[:start] + middle + text[end:]
    return text
