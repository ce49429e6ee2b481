export { ConfigurationLoader, type ReadWatch } from './configuration/configuration-loader.ts'
export { literalText } from './configuration/declarations.ts'
export { discoverRoots } from './configuration/discover-roots.ts'
export { originKind } from './configuration/origin-kind.ts'
export { type LoadedProject, loadProject, type ProjectSpec } from './load-project.ts'
export { credentialsIn } from './modules/cli-credentials.ts'
export {
  type ArchiveFormat,
  type GitSource,
  type HttpSource,
  type ModuleSource,
  parseModuleSource,
  type RegistrySource,
} from './modules/module-source.ts'
export { newestAllowed, parseVersionConstraint } from './modules/version-constraint.ts'
export { type WantedModule, wantedModules } from './modules/wanted-modules.ts'
export { loadPlan, type Plan, type PlanSide, readPlan } from './plan/index.ts'
