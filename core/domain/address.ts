/** `module.train["a"].aws_instance.gpu[0]` → `module.train.aws_instance.gpu` */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, '')
}
