/** A step into a module: the call's name, and the key of the instance where it has one. */
export interface ModuleStep {
  readonly name: string
  /** With its brackets: `["a"]` or `[0]`, else empty. */
  readonly key: string
}

const STEP = /module\.([^.[\s]+)(\[(?:\d+|"(?:[^"\\]|\\.)*")\])?(?:\.|$)/y

/** The steps of `module.a["x"].module.b`, or of an address within it. */
export function moduleSteps(address: string): readonly ModuleStep[] {
  const steps: ModuleStep[] = []
  let at = 0
  for (;;) {
    STEP.lastIndex = at
    const match = STEP.exec(address)
    if (!match) return steps
    steps.push({ name: match[1]!, key: match[2] ?? '' })
    at = STEP.lastIndex
  }
}

/** `module.a["x"].` for the steps, ready to prefix an address. */
export function prefixOf(steps: readonly ModuleStep[]): string {
  return steps.map(({ name, key }) => `module.${name}${key}.`).join('')
}
