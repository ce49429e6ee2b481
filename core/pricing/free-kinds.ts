import { isManifest, type Resource } from '../domain/resource.ts'

/** API groups whose objects configure, allow, watch or connect, and never run or store anything themselves. */
const FREE_GROUPS = new Set(
  `
  admissionregistration.k8s.io apiextensions.k8s.io apiregistration.k8s.io authentication.k8s.io
  authorization.k8s.io autoscaling certificates.k8s.io coordination.k8s.io discovery.k8s.io events.k8s.io
  flowcontrol.apiserver.k8s.io node.k8s.io policy rbac.authorization.k8s.io resource.k8s.io scheduling.k8s.io
  storage.k8s.io cert-manager.io external-secrets.io secrets-store.csi.x-k8s.io kyverno.io
  constraints.gatekeeper.sh templates.gatekeeper.sh monitoring.coreos.com monitoring.googleapis.com
  networking.istio.io security.istio.io telemetry.istio.io cilium.io crd.projectcalico.org
  kustomize.toolkit.fluxcd.io source.toolkit.fluxcd.io kueue.x-k8s.io ingress.k8s.aws config.gatekeeper.sh
  `
    .trim()
    .split(/\s+/),
)

/**
 * Kinds of other groups that cost nothing themselves; `group/Kind`, the core group without one. A PersistentVolume only
 * names storage that is there.
 */
const FREE_KINDS = new Set(
  `
  ConfigMap Endpoints Event LimitRange Namespace PersistentVolume PodTemplate ResourceQuota Secret ServiceAccount
  networking.k8s.io/IngressClass networking.k8s.io/NetworkPolicy
  gateway.networking.k8s.io/GatewayClass gateway.networking.k8s.io/GRPCRoute gateway.networking.k8s.io/HTTPRoute
  gateway.networking.k8s.io/ReferenceGrant
  keda.sh/ScaledObject keda.sh/TriggerAuthentication keda.sh/ClusterTriggerAuthentication
  serving.kserve.io/ClusterServingRuntime serving.kserve.io/ServingRuntime
  serving.kserve.io/LLMInferenceServiceConfig serving.kserve.io/ClusterStorageContainer
  trainer.kubeflow.org/ClusterTrainingRuntime trainer.kubeflow.org/TrainingRuntime
  argoproj.io/Application argoproj.io/ApplicationSet argoproj.io/AppProject
  argoproj.io/ClusterWorkflowTemplate argoproj.io/WorkflowTemplate
  inference.networking.k8s.io/InferencePool inference.networking.x-k8s.io/InferenceModel
  inference.networking.x-k8s.io/InferencePool inference.networking.x-k8s.io/InferenceObjective
  kafka.strimzi.io/KafkaTopic kafka.strimzi.io/KafkaUser kafka.strimzi.io/KafkaRebalance
  karpenter.azure.com/AKSNodeClass eks.amazonaws.com/NodeClass
  batch.volcano.sh/Queue scheduling.volcano.sh/Queue scheduling.volcano.sh/PodGroup
  scheduling.run.ai/Queue cloud.google.com/BackendConfig networking.gke.io/ManagedCertificate
  `
    .trim()
    .split(/\s+/),
)

/** Whether a Kubernetes object is of a kind that is never charged itself. */
export function isFreeKind({ type, provider }: Resource): boolean {
  if (!isManifest({ provider })) return false
  const slash = type.indexOf('/')
  return FREE_KINDS.has(type) || (slash > 0 && FREE_GROUPS.has(type.slice(0, slash)))
}
