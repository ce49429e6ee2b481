import type { Body, Expression, ObjectKeyName, SplatStep, TemplatePart } from '../../core/hcl/syntax.ts'

/** A body as one line an argument, blocks indented, values as `print` writes them. */
export function printBody(body: Body, indent = ''): string {
  const items = [
    ...body.attributes.map((item) => ({
      at: item.start,
      text: `${indent}${item.name} = ${print(item.value)}\n`,
    })),
    ...body.blocks.map((item) => ({
      at: item.start,
      text:
        `${indent}${[item.type, ...item.labels.map((label) => JSON.stringify(label.value))].join(' ')} {\n` +
        `${printBody(item.body, `${indent}  `)}${indent}}\n`,
    })),
  ]
  return items
    .sort((a, b) => a.at - b.at)
    .map((item) => item.text)
    .join('')
}

/** An expression as a fully bracketed line: `(+ 1 (* var.count 2))`. */
export function print(node: Expression | ObjectKeyName): string {
  switch (node.kind) {
    case 'literal':
      return node.digits === undefined ? String(node.value) : `digits:${node.digits}`
    case 'template': {
      const form = node.form === 'quoted' ? '' : node.form
      if (node.parts.length === 0) return `${form}""`
      if (node.parts.length === 1 && node.parts[0]!.kind === 'text') return form + printPart(node.parts[0]!)
      return `${form}<${node.parts.map(printPart).join(' ')}>`
    }
    case 'variable':
    case 'name':
      return node.name
    case 'attribute':
      return `${print(node.object)}.${node.name}`
    case 'index':
      return `${print(node.object)}[${print(node.key)}]`
    case 'splat':
      return `${print(node.object)}${printSplat(node.style, node.each)}`
    case 'call':
      return `${node.name}(${node.args.map(print).join(', ')}${node.expandFinal ? '...' : ''})`
    case 'conditional':
      return `(? ${print(node.condition)} ${print(node.then)} ${print(node.otherwise)})`
    case 'binary':
      return `(${node.operator} ${print(node.left)} ${print(node.right)})`
    case 'unary':
      return `(${node.operator} ${print(node.operand)})`
    case 'tuple':
      return `[${node.items.map(print).join(', ')}]`
    case 'object':
      return `{${node.items.map((item) => `${printKey(item.key)}: ${print(item.value)}`).join(', ')}}`
    case 'for': {
      const names = node.keyName === undefined ? node.valueName : `${node.keyName}, ${node.valueName}`
      const result = node.key === undefined ? print(node.value) : `${print(node.key)} => ${print(node.value)}`
      const rest = (node.grouping ? '...' : '') + (node.condition ? ` if ${print(node.condition)}` : '')
      return `(for ${names} in ${print(node.collection)}: ${result}${rest})`
    }
    case 'parentheses':
      return `(${print(node.expression)})`
    case 'error':
      return '<error>'
    default:
      return node satisfies never
  }
}

function printKey(key: Expression | ObjectKeyName): string {
  return key.kind === 'name' ? key.name : `(${print(key)})`
}

function printSplat(style: 'attribute' | 'full', each: readonly SplatStep[]): string {
  return `${style === 'full' ? '[*]' : '.*'}{${each.map(printStep).join('')}}`
}

function printStep(step: SplatStep): string {
  switch (step.kind) {
    case 'attribute':
      return `.${step.name}`
    case 'index':
      return `[${print(step.key)}]`
    case 'splat':
      return printSplat(step.style, step.each)
    default:
      return step satisfies never
  }
}

function printPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return JSON.stringify(part.value)
    case 'interpolation':
      return '${' + print(part.expression) + '}'
    case 'if':
      return `(if ${print(part.condition)} <${part.then.map(printPart).join(' ')}> <${part.otherwise.map(printPart).join(' ')}>)`
    case 'for': {
      const names = part.keyName === undefined ? part.valueName : `${part.keyName}, ${part.valueName}`
      return `(for ${names} in ${print(part.collection)} <${part.body.map(printPart).join(' ')}>)`
    }
    default:
      return part satisfies never
  }
}
