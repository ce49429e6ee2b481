/** What fuzzing has found, by target: texts that crashed, hung or were placed wrong. They stay mended. */
export const FOUND: readonly { readonly target: string; readonly text: string }[] = [
  // 2026-11-21: two thousand million spaces were made for a text of one line, which needs none.
  { target: 'expressions', text: 'indent(2147483648, "../(a+)+$").a' },
  // 2026-11-21: a module that calls itself twice was followed to 5,000 modules, which took a second.
  { target: 'expressions', text: 'module "team" {\n  source = "./"\n  count = 2\n  team = "x"\n}\n' },
]
