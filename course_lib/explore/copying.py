"""A button at each block of code in a page's text, which copies it with one click."""

from IPython.display import display

BUTTONS = """<script>
for (const block of document.querySelectorAll(".jp-MarkdownOutput pre")) {
  if (block.querySelector("button")) continue;
  const code = block.textContent.trimEnd() + "\\n";
  const button = document.createElement("button");
  button.textContent = "copy";
  button.setAttribute("aria-label", "copy: " + code.split("\\n", 1)[0]);
  button.style.float = "right";
  button.onclick = async () => {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(code);
      button.textContent = "copied";
      setTimeout(() => { button.textContent = "copy"; }, 1500);
    } else getSelection().selectAllChildren(block.querySelector("code")); // no https: Ctrl+C is left to do
  };
  block.prepend(button);
}
</script>"""


def copy_buttons():
    """Put a button at each block of code in the text of the open pages."""
    display({"text/html": BUTTONS, "text/plain": "each block of code has a button that copies it"}, raw=True)
