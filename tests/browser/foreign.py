"""Finds in a document what our templates never write: elements, attributes and addresses that came from data."""

FOREIGN = """
(root) => {
  const found = [];
  const at = (node) => node.outerHTML.slice(0, 120);
  const strange = "img, iframe, object, embed, base, math, video, audio, marquee, frame, applet, animate, x, style";
  const theirs = "script:not([src^='/static/']), link[rel=stylesheet]:not([href^='/static/']), meta[http-equiv]";
  for (const node of root.querySelectorAll(`[class*=zq], ${strange}`)) found.push(`element ${at(node)}`);
  for (const node of root.querySelectorAll(theirs)) found.push(`resource ${at(node)}`);
  const addresses = ["href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset", "ping"];
  for (const node of root.querySelectorAll("*")) {
    for (const { name, value } of node.attributes) {
      if (name.startsWith("on") || name === "style" || name.startsWith("hx-on") || name === "srcdoc") {
        found.push(`attribute ${name} ${at(node)}`);
      }
      const scheme = value.replace(/[\\u0000-\\u0020]/g, "").toLowerCase();
      if (addresses.includes(name) && /^(javascript|data|vbscript):/.test(scheme)) found.push(`address ${at(node)}`);
      if (addresses.includes(name) && /^(https?:)?\\/\\/evil/.test(scheme)) found.push(`address ${at(node)}`);
      if (name.startsWith("hx-") && /^(javascript|js|data|https?|\\/\\/)/.test(scheme)) found.push(`htmx ${at(node)}`);
    }
  }
  if ((root.documentElement ?? root).textContent.includes("zq1337zq")) found.push("a template was evaluated");
  return found;
}
"""
"""A function of a document or element: a list of what it found, empty where all is ours."""

UNESCAPED = f"""
(text) => {{
  const foreign = {FOREIGN};
  const places = [
    (it) => `<p>${{it}}</p>`,
    (it) => `<p title="${{it}}">x</p>`,
    (it) => `<p title='${{it}}'>x</p>`,
    (it) => `<p title=${{it}}>x</p>`,
    (it) => `<p><a href="${{it}}">x</a></p>`,
    (it) => `<textarea>${{it}}</textarea>`,
    (it) => `<!-- ${{it}} -->`,
    (it) => `<p>${{it.replaceAll(/{{{{\\s*(7\\*191|1336\\|add:'?1'?)\\s*}}}}/g, "1337")}}</p>`,
  ];
  return places.flatMap((place) => foreign(new DOMParser().parseFromString(place(text), "text/html")));
}}
"""
"""What a page would hold that wrote a text as it is, in eight places."""

WATCH = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
"""Tells the console of everything that the content security policy had to stop."""

TEXT = """
() => {
  const told = [document.documentElement.textContent, document.title];
  for (const one of document.querySelectorAll("input, textarea, option")) told.push(one.value, one.placeholder ?? "");
  for (const one of document.querySelectorAll("a[href]")) told.push(decodeURIComponent(one.getAttribute("href")));
  return told.join(" ");
}
"""
"""What a page says, in fields and in addresses too."""
