import Strata

extension Financial {
  /// 4.13 "User data scripts with security monitoring setup": what a server does when it starts.
  ///
  /// 4.11 "Hardened AMIs with minimal attack surface": what the image has not done already.
  static func serverSetup(site: Site, parameters: Value<String>) -> String {
    """
    #!/bin/bash
    set -euo pipefail
    dnf install -y amazon-cloudwatch-agent amazon-ssm-agent audit
    systemctl disable --now sshd || true
    cat > /etc/audit/rules.d/financial.rules <<'RULES'
    -w /etc/passwd -p wa -k identity
    -w /etc/sudoers -p wa -k privilege
    -a always,exit -F arch=b64 -S execve -F euid=0 -k root-commands
    -e 2
    RULES
    augenrules --load
    systemctl enable --now auditd amazon-ssm-agent
    /opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c ssm:\(parameters)
    """
  }
}
