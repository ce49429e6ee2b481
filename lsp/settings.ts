import type { DiagnosticOptions } from '../core/index.ts'

/** The section `ascribe` of the editor's settings. */
export interface Settings {
  readonly diagnostics: DiagnosticOptions
  readonly codeLens: boolean
  readonly inlayHints: boolean
}

const SCOPES = ['costly', 'all'] as const
const SEVERITIES = ['configured', 'error', 'warning', 'information', 'hint'] as const

export const DEFAULT_SETTINGS: Settings = {
  diagnostics: { scope: 'costly', severity: 'configured' },
  codeLens: true,
  inlayHints: false,
}

/** Whatever is not one of the values expected is as if it were not set. */
export function readSettings(section: unknown): Settings {
  const { diagnostics, codeLens } = DEFAULT_SETTINGS
  const flag = (path: readonly string[], otherwise: boolean): boolean => {
    const value = at(section, path)
    return typeof value === 'boolean' ? value : otherwise
  }
  return {
    diagnostics: {
      scope: SCOPES.find((one) => one === at(section, ['diagnostics', 'scope'])) ?? diagnostics.scope,
      severity:
        SEVERITIES.find((one) => one === at(section, ['diagnostics', 'severity'])) ?? diagnostics.severity,
    },
    codeLens: flag(['codeLens', 'enabled'], codeLens),
    inlayHints: flag(['inlayHints', 'enabled'], DEFAULT_SETTINGS.inlayHints),
  }
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name],
    value,
  )
}
