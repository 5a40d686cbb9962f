"""Who may do what: IAM, Cognito, IAM Identity Center."""

from __future__ import annotations

from typing import Any, Iterable

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map


@reader("IAM::Role")
def role(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("iam", "get_role", RoleName=identifier)["Role"]
    # Policies with records of their own (AWS::IAM::RolePolicy) are not the role's.
    names = cloud.each("iam", "list_role_policies", "PolicyNames", RoleName=identifier)
    own = [name for name in names if ("AWS::IAM::RolePolicy", f"{name}|{identifier}") not in cloud.claimed]
    policies = [cloud.call("iam", "get_role_policy", RoleName=identifier, PolicyName=name) for name in own]
    inline = [{"PolicyName": p["PolicyName"], "PolicyDocument": p["PolicyDocument"]} for p in policies]
    attached = [p["PolicyArn"] for p in cloud.each("iam", "list_attached_role_policies", "AttachedPolicies", RoleName=identifier)]
    boundary = (found.get("PermissionsBoundary") or {}).get("PermissionsBoundaryArn")
    tags = tag_map(cloud.call("iam", "list_role_tags", RoleName=identifier).get("Tags"))
    properties = {**found, "Policies": inline, "ManagedPolicyArns": attached, "PermissionsBoundary": boundary}
    return Found(properties, tags)


@lister("IAM::Role", everywhere=True)
def roles(cloud: Cloud) -> Iterable[str]:
    return [r["RoleName"] for r in cloud.each("iam", "list_roles", "Roles") if not r["Path"].startswith("/aws-service-role/")]


@reader("IAM::ServiceLinkedRole")
def service_linked_role(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("iam", "get_role", RoleName=identifier)["Role"]
    return Found({**found, "AWSServiceName": found["Path"].strip("/").rpartition("/")[2]})


@lister("IAM::ServiceLinkedRole", everywhere=True)
def service_linked_roles(cloud: Cloud) -> Iterable[str]:
    return [r["RoleName"] for r in cloud.each("iam", "list_roles", "Roles") if r["Path"].startswith("/aws-service-role/")]


@reader("IAM::RolePolicy")
def role_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    name, _, owner = identifier.partition("|")
    return Found(cloud.call("iam", "get_role_policy", RoleName=owner, PolicyName=name))


@lister("IAM::RolePolicy", everywhere=True)
def role_policies(cloud: Cloud) -> Iterable[str]:
    return [f"{name}|{owner}" for owner in roles(cloud) for name in cloud.each("iam", "list_role_policies", "PolicyNames", RoleName=owner)]


@reader("IAM::ManagedPolicy")
def managed_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("iam", "get_policy", PolicyArn=identifier)["Policy"]
    version = cloud.call("iam", "get_policy_version", PolicyArn=identifier, VersionId=found["DefaultVersionId"])["PolicyVersion"]
    users = cloud.optional("iam", "list_entities_for_policy", PolicyArn=identifier)
    properties = {
        **found, "ManagedPolicyName": found["PolicyName"], "PolicyDocument": version["Document"],
        "Roles": [r["RoleName"] for r in users.get("PolicyRoles") or []],
    }
    return Found(properties, tag_map(found.get("Tags")))


@lister("IAM::ManagedPolicy", everywhere=True)
def managed_policies(cloud: Cloud) -> Iterable[str]:
    return [p["Arn"] for p in cloud.each("iam", "list_policies", "Policies", Scope="Local")]


@reader("IAM::InstanceProfile")
def instance_profile(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("iam", "get_instance_profile", InstanceProfileName=identifier)["InstanceProfile"]
    return Found({**found, "Roles": [r["RoleName"] for r in found.get("Roles") or []]}, tag_map(found.get("Tags")))


@lister("IAM::InstanceProfile", everywhere=True)
def instance_profiles(cloud: Cloud) -> Iterable[str]:
    return [p["InstanceProfileName"] for p in cloud.each("iam", "list_instance_profiles", "InstanceProfiles")]


@reader("IAM::OIDCProvider")
def oidc_provider(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("iam", "get_open_id_connect_provider", OpenIDConnectProviderArn=identifier)
    address = found.get("Url", "")
    if str(declared.get("Url", "")).startswith("https://") and not address.startswith("https://"):
        address = "https://" + address
    return Found({**found, "Url": address}, tag_map(found.get("Tags")))


@lister("IAM::OIDCProvider", everywhere=True)
def oidc_providers(cloud: Cloud) -> Iterable[str]:
    return [p["Arn"] for p in cloud.each("iam", "list_open_id_connect_providers", "OpenIDConnectProviderList")]


@reader("Cognito::UserPool")
def user_pool(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("cognito-idp", "describe_user_pool", UserPoolId=identifier)["UserPool"]
    factors = cloud.optional("cognito-idp", "get_user_pool_mfa_config", UserPoolId=identifier)
    enabled = []
    if (factors.get("SoftwareTokenMfaConfiguration") or {}).get("Enabled"):
        enabled.append("SOFTWARE_TOKEN_MFA")
    messages = (factors.get("SmsMfaConfiguration") or {}).get("SmsConfiguration")
    if messages:
        enabled.append("SMS_MFA")
    properties = {
        **found, "UserPoolName": found.get("Name"), "MfaConfiguration": factors.get("MfaConfiguration") or found.get("MfaConfiguration"),
        "EnabledMfas": enabled or None, "SmsConfiguration": found.get("SmsConfiguration") or messages, "Schema": found.get("SchemaAttributes"),
    }
    return Found(properties, tag_map(found.get("UserPoolTags")))


@lister("Cognito::UserPool")
def user_pools(cloud: Cloud) -> Iterable[str]:
    return [pool["Id"] for pool in cloud.each("cognito-idp", "list_user_pools", "UserPools", MaxResults=60)]


def of_pool(operation: str, key: str, name: str, argument: str) -> None:
    """Registers a kind of part of a user pool: what describes it, and where the answer has it."""

    @reader(name)
    def read(cloud: Cloud, identifier: str, declared: Declared) -> Found:
        pool, _, part = identifier.partition("|")
        found = cloud.call("cognito-idp", operation, UserPoolId=pool, **{argument: part})[key]
        if not found:
            raise Missing(identifier)
        return Found({**found, "UserPoolId": pool, "GenerateSecret": bool(found.get("ClientSecret"))})


of_pool("describe_user_pool_client", "UserPoolClient", "Cognito::UserPoolClient", "ClientId")
of_pool("get_group", "Group", "Cognito::UserPoolGroup", "GroupName")
of_pool("describe_resource_server", "ResourceServer", "Cognito::UserPoolResourceServer", "Identifier")


def parts_of_pools(cloud: Cloud, operation: str, key: str, name: str) -> Iterable[str]:
    for pool in user_pools(cloud):
        limit = {"MaxResults": 50} if operation == "list_resource_servers" else {}
        for element in cloud.each("cognito-idp", operation, key, UserPoolId=pool, **limit):
            yield f"{pool}|{element[name]}"


lister("Cognito::UserPoolClient")(lambda cloud: parts_of_pools(cloud, "list_user_pool_clients", "UserPoolClients", "ClientId"))
lister("Cognito::UserPoolGroup")(lambda cloud: parts_of_pools(cloud, "list_groups", "Groups", "GroupName"))
lister("Cognito::UserPoolResourceServer")(lambda cloud: parts_of_pools(cloud, "list_resource_servers", "ResourceServers", "Identifier"))
lister("Cognito::UserPoolUser")(lambda cloud: parts_of_pools(cloud, "list_users", "Users", "Username"))


@reader("Cognito::UserPoolDomain")
def user_pool_domain(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    pool, _, domain = identifier.partition("|")
    found = cloud.call("cognito-idp", "describe_user_pool_domain", Domain=domain).get("DomainDescription") or {}
    if found.get("UserPoolId") != pool:
        raise Missing(identifier)
    return Found(found)


@lister("Cognito::UserPoolDomain")
def user_pool_domains(cloud: Cloud) -> Iterable[str]:
    for pool in user_pools(cloud):
        found = cloud.call("cognito-idp", "describe_user_pool", UserPoolId=pool)["UserPool"]
        yield from (f"{pool}|{found[name]}" for name in ("Domain", "CustomDomain") if found.get(name))


@reader("Cognito::UserPoolRiskConfigurationAttachment")
def risk_configuration(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    pool, _, client = identifier.partition("|")
    arguments = {} if client == "ALL" else {"ClientId": client}
    found = cloud.call("cognito-idp", "describe_risk_configuration", UserPoolId=pool, **arguments)["RiskConfiguration"]
    return Found({**found, "UserPoolId": pool, "ClientId": client})


@reader("Cognito::LogDeliveryConfiguration")
def log_delivery(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    pool = declared.get("UserPoolId", identifier)
    return Found(cloud.call("cognito-idp", "get_log_delivery_configuration", UserPoolId=pool)["LogDeliveryConfiguration"])


@reader("Cognito::UserPoolUser")
def user(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    """A pool that signs in by e-mail names its users itself: the declared name may then be the address."""
    pool, _, name = identifier.partition("|")
    found = cloud.call("cognito-idp", "admin_get_user", UserPoolId=pool, Username=name)
    attributes = {a["Name"]: a["Value"] for a in found.get("UserAttributes") or []}
    wanted = declared.get("Username")
    shown = wanted if wanted in (attributes.get("email"), attributes.get("phone_number")) else found["Username"]
    return Found({"UserPoolId": pool, "Username": shown, "UserAttributes": found.get("UserAttributes")})


@reader("Cognito::UserPoolUserToGroupAttachment")
def group_member(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    pool, group, name = identifier.split("|", 2)
    groups: list[dict[str, Any]] = list(cloud.each("cognito-idp", "admin_list_groups_for_user", "Groups", UserPoolId=pool, Username=name))
    if not any(element["GroupName"] == group for element in groups):
        raise Missing(identifier)
    shown = user(cloud, f"{pool}|{name}", declared).properties["Username"]
    return Found({"UserPoolId": pool, "GroupName": group, "Username": shown})


@lister("Cognito::UserPoolUserToGroupAttachment")
def group_members(cloud: Cloud) -> Iterable[str]:
    for pool in user_pools(cloud):
        for group in cloud.each("cognito-idp", "list_groups", "Groups", UserPoolId=pool):
            for element in cloud.each("cognito-idp", "list_users_in_group", "Users", UserPoolId=pool, GroupName=group["GroupName"]):
                yield f"{pool}|{group['GroupName']}|{element['Username']}"


@reader("SSO::PermissionSet")
def permission_set(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    instance, _, arn = identifier.partition("|")
    found = cloud.call("sso-admin", "describe_permission_set", InstanceArn=instance, PermissionSetArn=arn)["PermissionSet"]
    policies = cloud.each("sso-admin", "list_managed_policies_in_permission_set", "AttachedManagedPolicies", InstanceArn=instance, PermissionSetArn=arn)
    inline = cloud.optional("sso-admin", "get_inline_policy_for_permission_set", InstanceArn=instance, PermissionSetArn=arn)
    tags = cloud.optional("sso-admin", "list_tags_for_resource", InstanceArn=instance, ResourceArn=arn)
    properties = {
        **found, "InstanceArn": instance, "RelayStateType": found.get("RelayState"), "ManagedPolicies": [p["Arn"] for p in policies],
        "InlinePolicy": inline.get("InlinePolicy") or None,
    }
    return Found(properties, tag_map(tags["Tags"]) if "Tags" in tags else None)


@reader("SSO::Assignment")
def assignment(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    instance, target, kind, permission, principal_kind, principal = identifier.split("|")
    for element in cloud.each(
        "sso-admin", "list_account_assignments", "AccountAssignments", InstanceArn=instance, AccountId=target, PermissionSetArn=permission
    ):
        if element["PrincipalId"] == principal and element["PrincipalType"] == principal_kind:
            return Found({**element, "InstanceArn": instance, "TargetId": target, "TargetType": kind})
    raise Missing(identifier)


@reader("IdentityStore::Group")
def identity_group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    group, _, store = identifier.partition("|")
    return Found(cloud.call("identitystore", "describe_group", IdentityStoreId=store, GroupId=group))
