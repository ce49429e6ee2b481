env_tags = {
  environment = "production"
}
