import type { Value } from '../../../core/domain/value.ts'
import { parseExpression, parseTemplate } from '../../../core/hcl/parse.ts'
import { SourceFile } from '../../../core/source/source-file.ts'
import { memoryTree } from '../../../core/source/source-tree.ts'
import { Budget } from '../../../core/terraform/evaluation/budget.ts'
import { evaluate } from '../../../core/terraform/evaluation/evaluate.ts'
import { EvaluationFailure } from '../../../core/terraform/evaluation/evaluation-failure.ts'
import type { Binding, NamedValues } from '../../../core/terraform/evaluation/scope.ts'
import { evaluateTemplate } from '../../../core/terraform/evaluation/template.ts'
import type { FunctionContext } from '../../../core/terraform/functions/terraform-function.ts'
import type { Result } from '../../../core/terraform/types/result.ts'
import { caseFiles } from './case-files.ts'

export const functionContext: FunctionContext = {
  tree: memoryTree(caseFiles),
  directory: '',
  decodeYaml: (text, decode) => decode(text),
  evaluateTemplate: (file, variables) =>
    evaluateTemplate(parseTemplate(file).template, {
      source: file,
      bound: bindingOf(variables),
      module: nothing,
    }),
}

const nothing: NamedValues = {
  resolve: (_, at) => {
    throw new EvaluationFailure('there is nothing to refer to', at)
  },
  functions: functionContext,
  rootFolder: '',
  assume: () => undefined,
  budget: new Budget(),
}

function bindingOf(values: ReadonlyMap<string, Value>): Binding | undefined {
  let bound: Binding | undefined
  for (const [name, value] of values) bound = { name, value, outer: bound }
  return bound
}

/** The value of an expression written out, in which names stand for the given values. */
export function evaluateText(text: string, values: Readonly<Record<string, Value>> = {}): Result {
  const source = new SourceFile('main.tf', text)
  const { expression, problems } = parseExpression(source)
  if (problems.length > 0) return { error: problems[0]!.message }
  try {
    const bound = bindingOf(new Map(Object.entries(values)))
    return { value: evaluate(expression, { source, bound, module: nothing }) }
  } catch (thrown) {
    if (thrown instanceof EvaluationFailure) return { error: thrown.message }
    throw thrown
  }
}
