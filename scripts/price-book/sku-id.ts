const MACHINE =
  /(?:(?:db|ml|cache)\.)?[a-z]+\d[a-z0-9-]*\.(?:nano|micro|small|medium|large|\d*xlarge|metal[a-z0-9-]*)(?=\.|$)/

/**
 * The facts separate the parts of a sku by dots, which machine types hold too; the book separates them by slashes:
 * `sagemaker.ml.g5.xlarge.hosting` becomes `sagemaker/ml.g5.xlarge/hosting`. Names of models hold dots too.
 */
export function skuId(sku: string): string {
  const [, model, purchase] = /^bedrock\.(.+)\.provisioned\.([^.]+)$/.exec(sku) ?? []
  if (model) return `bedrock/${model}/provisioned/${purchase}`
  const [, deployed, tokens] = /^azure_openai\.(.+)\.(input|output|cache_read)$/.exec(sku) ?? []
  if (deployed) return `azure_openai/${deployed}/${tokens}`
  const machine = MACHINE.exec(sku)?.[0]
  const id = machine
    ? sku.replace(machine, '\0').replaceAll('.', '/').replace('\0', machine)
    : sku.replaceAll('.', '/')
  if (/(^|\/)(db|ml|cache)\/(?!storage$)/.test(id))
    throw new Error(`cannot tell the machine type in sku "${sku}": extend scripts/price-book/sku-id.ts`)
  return id
}
