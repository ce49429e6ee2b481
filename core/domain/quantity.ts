/** The suffixes of Kubernetes' quantities: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
])

/** A Kubernetes quantity, e.g. `500m`, `16Gi`, `1e3`, in its plain unit; undefined where the text is none. */
export function quantity(text: string | undefined): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d{1,2})|([numkMGTPE]|[KMGTPE]i)?)$/.exec(text ?? '')
  if (!match) return undefined
  const [, digits, exponent, suffix = ''] = match
  return Number(digits) * (exponent === undefined ? SUFFIXES.get(suffix)! : 10 ** Number(exponent))
}

/** A quantity of bytes in GiB. */
export function gibibytes(text: string | undefined): number | undefined {
  const bytes = quantity(text)
  return bytes === undefined ? undefined : bytes / 2 ** 30
}
