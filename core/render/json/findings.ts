import type { NotEnforced } from '../../domain/acceptance.ts'
import type { Finding } from '../../domain/finding.ts'
import { toDollars } from '../../domain/money.ts'
import type { NotLoadedModule } from '../../domain/resource.ts'
import type { Problem } from '../../source/problem.ts'
import type { RenderOptions } from '../renderer.ts'
import { placeOf } from './place.ts'

export function findingJson({ range, monthlyCost, key, ...finding }: Finding, options: RenderOptions) {
  const { ruleId, severity, project, address, message, notEnforced } = finding
  return {
    ruleId,
    severity,
    project,
    address,
    key: key ?? null,
    message,
    ...placeOf(range, options),
    monthlyCost: toDollars(monthlyCost),
    ...(notEnforced && { notEnforced: notEnforcedJson(notEnforced) }),
  }
}

function notEnforcedJson({ mode, from, daysLeft }: NotEnforced) {
  return { mode, from: from ?? null, daysLeft: daysLeft ?? null }
}

export function problemJson({ severity, message, range }: Problem, options: RenderOptions) {
  return { severity, message, ...placeOf(range, options) }
}

export function notLoadedJson(module: NotLoadedModule, options: RenderOptions) {
  const { project, address, source, version, because, range } = module
  return { project, address, source, version: version ?? null, because, ...placeOf(range, options) }
}
