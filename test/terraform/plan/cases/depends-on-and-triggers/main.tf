resource "terraform_data" "data" {
  input = ["raw", "clean"]
}

resource "terraform_data" "train" {
  input            = { steps = length(terraform_data.data.input), first = terraform_data.data.input[0] }
  triggers_replace = [terraform_data.data.id]
  depends_on       = [terraform_data.data]
}

module "serve" {
  source     = "./serve"
  depends_on = [terraform_data.train]
  trained    = terraform_data.train.output
}
