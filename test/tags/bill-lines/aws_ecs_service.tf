variable "propagate" {}

resource "aws_ecs_task_definition" "score" {
  family = "score"
  tags   = { team = "search-ml" }
}

resource "aws_ecs_service" "neither" {
  task_definition = aws_ecs_task_definition.score.arn
  tags            = { team = "fraud-ml" }
}

resource "aws_ecs_service" "own" {
  task_definition = aws_ecs_task_definition.score.arn
  propagate_tags  = "SERVICE"
  tags            = { team = "fraud-ml" }
}

resource "aws_ecs_service" "definition" {
  task_definition = aws_ecs_task_definition.score.arn
  propagate_tags  = "TASK_DEFINITION"
  tags            = { team = "fraud-ml" }
}

resource "aws_ecs_service" "unknown" {
  propagate_tags = var.propagate
  tags           = { team = "fraud-ml" }
}
