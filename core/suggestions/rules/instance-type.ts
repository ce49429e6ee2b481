/** `ml.g5.12xlarge`: prefix `ml.`, family `g5`, size `12xlarge`. */
export interface InstanceType {
  /** The segment of the SKU that names it. */
  readonly name: string
  /** What a service puts before EC2's name; empty for EC2's own. */
  readonly prefix: string
  readonly family: string
  readonly size: string
}

/** The AWS instance type that a SKU is of: `ec2/linux/g5.12xlarge`, `sagemaker/ml.g5.xlarge/hosting`. */
export function instanceTypeOf(skuId: string): InstanceType | undefined {
  for (const name of skuId.split('/')) {
    const [, prefix, family, size] = /^((?:ml|db|cache)\.)?([a-z]\w*\d\w*)\.(\w+)$/.exec(name) ?? []
    if (family && size) return { name, prefix: prefix ?? '', family, size }
  }
  return undefined
}
