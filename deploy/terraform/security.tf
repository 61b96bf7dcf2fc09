locals {
  roles = ["balancer", "web", "worker", "database", "kafka", "media", "monitoring"]

  # Every arrow of the component diagram, and no other: from, to, port.
  arrows = {
    balancer-web-http   = { from = "balancer", to = "web", port = 80 }
    balancer-web-https  = { from = "balancer", to = "web", port = 443 }
    web-web             = { from = "web", to = "web", port = 8080 }
    web-database        = { from = "web", to = "database", port = 5432 }
    web-kafka           = { from = "web", to = "kafka", port = 9092 }
    web-media           = { from = "web", to = "media", port = 2049 }
    worker-database     = { from = "worker", to = "database", port = 5432 }
    worker-kafka        = { from = "worker", to = "kafka", port = 9092 }
    worker-media        = { from = "worker", to = "media", port = 2049 }
    kafka-kafka         = { from = "kafka", to = "kafka", port = 9092 }
    monitoring-web      = { from = "monitoring", to = "web", port = 8081 }
    monitoring-web-node = { from = "monitoring", to = "web", port = 9100 }
    monitoring-worker   = { from = "monitoring", to = "worker", port = 8090 }
    monitoring-node     = { from = "monitoring", to = "worker", port = 9100 }
  }
}

resource "aws_security_group" "role" {
  for_each = toset(local.roles)

  name        = "${var.name}-${each.key}"
  description = "The ${each.key} of ${var.name}"
  vpc_id      = aws_vpc.main.id

  tags = {
    Name = "${var.name}-${each.key}"
  }
}

resource "aws_vpc_security_group_ingress_rule" "arrow" {
  for_each = local.arrows

  security_group_id            = aws_security_group.role[each.value.to].id
  referenced_security_group_id = aws_security_group.role[each.value.from].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  description                  = each.key
}

resource "aws_vpc_security_group_egress_rule" "arrow" {
  for_each = local.arrows

  security_group_id            = aws_security_group.role[each.value.from].id
  referenced_security_group_id = aws_security_group.role[each.value.to].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  description                  = each.key
}

resource "aws_vpc_security_group_ingress_rule" "people" {
  for_each = toset(["80", "443"])

  security_group_id = aws_security_group.role["balancer"].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
  description       = "Players and voters"
}

# Packages of the system, Session Manager. Nothing of the product calls out.
resource "aws_vpc_security_group_egress_rule" "packages" {
  for_each = toset(["web", "worker"])

  security_group_id = aws_security_group.role[each.key].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  description       = "Packages of the system and Session Manager"
}
