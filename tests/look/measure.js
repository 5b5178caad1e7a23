/* What a reader of the page meets: letters too small, targets too small, parts that stick out. Runs in the page. */
() => {
  const root = document.documentElement;
  const elder = root.dataset.mode === "elder";
  const letters = root.dataset.surface === "desk" ? 16 : elder ? 26 : 18;
  const target = elder ? 60 : 44;
  const found = [];
  const seen = (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(node).visibility !== "hidden";
  };
  const name = (node) => `${node.tagName.toLowerCase()}.${node.className} “${node.textContent.trim().slice(0, 12)}”`;
  const own = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  /* what a finger may hit: a card for its title, a label for its box */
  const reach = (node) => {
    if (node.matches(".posting h3 a")) return node.closest(".posting__face");
    if (node.matches(".find input")) return node.closest(".find");
    if (node.matches("[type=radio], [type=checkbox]") && node.labels.length) return node.labels[0];
    return node;
  };

  for (const node of document.body.querySelectorAll("*")) {
    if (!seen(node) || node.closest(".unseen, .skip, svg")) continue;
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (own(node) && size < letters - 0.1) found.push(`letters of ${size} px: ${name(node)}`);
    const box = node.getBoundingClientRect();
    if (box.right > root.clientWidth + 1 && !node.closest(".table-wrap, .strips")) found.push(`sticks out: ${name(node)}`);
  }
  for (const node of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (!seen(node) || node.closest(".skip")) continue;
    const box = reach(node).getBoundingClientRect();
    if (box.height < target - 0.5 || box.width < target - 0.5) {
      found.push(`target of ${Math.round(box.width)} × ${Math.round(box.height)} px: ${name(node)}`);
    }
  }
  return found;
}
