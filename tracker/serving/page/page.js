// The page around the terminal: keys go to it at once, and once the screens have ended, to the way back.
window.addEventListener("load", () => {
  const again = document.getElementById("again");
  again.addEventListener("click", () => window.location.reload());
  const attend = () => {
    const classes = document.body.classList;
    if (classes.contains("-closed")) again.focus();
    else if (classes.contains("-first-byte")) document.querySelector(".xterm-helper-textarea").focus();
  };
  new MutationObserver(attend).observe(document.body, { attributes: true, attributeFilter: ["class"] });
});
