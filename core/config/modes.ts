/** `showback`: findings are reported. `warn`: they are warnings. `enforce`: errors fail. */
export const MODES = ['showback', 'warn', 'enforce'] as const
export type Mode = (typeof MODES)[number]
