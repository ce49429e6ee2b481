/** Each has its file in `targets/`. */
export const FUZZ_TARGETS = ['config', 'expressions', 'focus', 'hcl', 'plan', 'yaml'] as const
