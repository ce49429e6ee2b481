provider "aws" {
  region = "us-east-1"
}

resource "aws_ecs_cluster" "ml" {
  name = "ml"
}

resource "aws_ecs_task_definition" "scoring" {
  family                   = "scoring"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "1024"
  memory                   = "4096"
  container_definitions    = "[]"

  ephemeral_storage {
    size_in_gib = 50
  }
}

# Scaled by its traffic.
resource "aws_ecs_service" "scoring" {
  name            = "scoring"
  cluster         = aws_ecs_cluster.ml.id
  task_definition = aws_ecs_task_definition.scoring.arn
  launch_type     = "FARGATE"
  desired_count   = 4
}

resource "aws_appautoscaling_target" "scoring" {
  service_namespace  = "ecs"
  resource_id        = "service/${aws_ecs_cluster.ml.name}/${aws_ecs_service.scoring.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = 2
  max_capacity       = 20
}

resource "aws_ecs_task_definition" "graviton" {
  family                   = "features"
  requires_compatibilities = ["FARGATE"]
  cpu                      = ".5 vCPU"
  memory                   = "1 GB"
  container_definitions    = "[]"

  runtime_platform {
    cpu_architecture = "ARM64"
  }
}

resource "aws_ecs_service" "graviton" {
  name            = "features"
  task_definition = aws_ecs_task_definition.graviton.arn

  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}

# Its instances are charged, not the service.
resource "aws_ecs_service" "on_instances" {
  name            = "gpu"
  task_definition = "gpu:7"
  launch_type     = "EC2"
}

resource "aws_ecs_service" "elsewhere" {
  name            = "elsewhere"
  task_definition = "scoring-by-hand:3"
  launch_type     = "FARGATE"
}
