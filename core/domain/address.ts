/** What a resource is known by, or a finding's among all: its project and its address. */
export interface Identified {
  readonly project: string
  readonly address: string
}

/** One text for it, as a key. */
export function identityOf({ project, address }: Identified): string {
  return `${project}\n${address}`
}

/** `module.train["a"].aws_instance.gpu[0]` → `module.train.aws_instance.gpu` */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, '')
}
