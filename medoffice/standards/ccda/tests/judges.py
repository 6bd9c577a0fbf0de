"""A judge of documents that is not ours: the standard's own rules (schematron), asked of the browser's XPath.

The rules are not in this repository. What they ask of ``voc.xml``, the value sets, is not judged: it is not at hand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from medoffice.kernel.tests.chromium import CHROMIUM, FLAGS

RULES = Path(__file__).resolve().parents[5] / "shared" / "data" / "ccda" / "schematron"  # beside the repository

_LOAD = """(text) => {
  const sch = 'http://purl.oclc.org/dsdl/schematron';
  const rules = new DOMParser().parseFromString(text, 'application/xml');
  const is = (one, name) => one.namespaceURI === sch && one.localName === name;
  const all = (node, name) => Array.from(node.children).filter(one => is(one, name));
  const byId = {}, spaces = {};
  for (const rule of rules.getElementsByTagNameNS(sch, 'rule')) byId[rule.id] = rule;
  for (const one of all(rules.documentElement, 'ns')) spaces[one.getAttribute('prefix')] = one.getAttribute('uri');
  const phase = all(rules.documentElement, 'phase').find(one => one.id === 'errors');
  const active = new Set(all(phase, 'active').map(one => one.getAttribute('pattern')));
  const asserts = (rule) => [
    ...all(rule, 'extends').flatMap(one => asserts(byId[one.getAttribute('rule')])),
    ...all(rule, 'assert').map(one => [one.getAttribute('test'), one.textContent.trim().slice(0, 200)]),
  ];
  const patterns = all(rules.documentElement, 'pattern').filter(one => active.has(one.id)).map(pattern => [
    pattern.id,
    all(pattern, 'rule').filter(one => one.hasAttribute('context')).map(rule => ({
      context: rule.getAttribute('context'),
      root: all(rule, 'let').length > 0,
      asserts: asserts(rule).filter(one => !one[0].includes('voc.xml')),
    })),
  ]);
  const resolve = (prefix) => spaces[prefix] || null;
  const paths = (context) => {
    const parts = []; let depth = 0, part = '', quote = '';
    for (const letter of context) {
      if (quote) { if (letter === quote) quote = ''; }
      else if (letter === "'" || letter === '"') quote = letter;
      else if (letter === '[' || letter === '(') depth += 1;
      else if (letter === ']' || letter === ')') depth -= 1;
      if (letter === '|' && depth === 0 && !quote) { parts.push(part); part = ''; } else part += letter;
    }
    return [...parts, part].map(one => one.trim()).map(one => one.startsWith('/') ? one : '//' + one).join(' | ');
  };
  window.judge = (text) => {
    const doc = new DOMParser().parseFromString(text, 'application/xml');
    const said = [];
    if (doc.getElementsByTagName('parsererror').length) return [['not well-formed', '', '']];
    for (const [pattern, its] of patterns) {
      const taken = new Set();
      for (const rule of its) {
        const found = doc.evaluate(paths(rule.context), doc, resolve, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
        for (let n = 0; n < found.snapshotLength; n += 1) {
          const node = found.snapshotItem(n);
          if (taken.has(node)) continue;
          taken.add(node);
          for (const [test, words] of rule.asserts) {
            const asks = rule.root ? test.replaceAll('$root', `'${node.getAttribute('root')}'`) : test;
            if (!doc.evaluate(`boolean(${asks})`, node, resolve, XPathResult.BOOLEAN_TYPE, null).booleanValue) {
              said.push([pattern, test.slice(0, 300), words]);
            }
          }
        }
      }
    }
    return said;
  };
  return patterns.reduce((sum, one) => sum + one[1].reduce((inner, rule) => inner + rule.asserts.length, 0), 0);
}"""


class Judge:
    """The rules, ready to be asked; ``rules`` is how many there are."""

    def __init__(self, page: Page, rules: str) -> None:
        self.page = page
        self.rules = int(page.evaluate(_LOAD, rules))

    def errors(self, document: bytes) -> list[tuple[str, str, str]]:
        """What a document breaks: the template, the rule, its words."""
        return [(one[0], one[1], one[2]) for one in self.page.evaluate("judge", document.decode())]


@contextmanager
def judge() -> Iterator[Judge]:
    """A judge in a browser of its own."""
    (rules,) = RULES.glob("*.sch")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield Judge(browser.new_page(), rules.read_text(encoding="utf-8"))
        finally:
            browser.close()
