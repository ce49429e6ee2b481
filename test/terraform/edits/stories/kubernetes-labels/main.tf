resource "kubernetes_manifest" "fraud_endpoint" {
  manifest = {
    apiVersion = "serving.kserve.io/v1beta1"
    kind       = "InferenceService"
    metadata = {
      name      = "fraud-xgb"
      namespace = "serving"
      labels = {
        "app.kubernetes.io/name" = "fraud-xgb"
      }
    }
  }
}

resource "kubernetes_deployment" "features" {
  metadata {
    name = "features"
    labels = {
      app = "features"
    }
  }
}

resource "kubernetes_namespace" "serving" {
  metadata {
    name = "serving"
  }
}
