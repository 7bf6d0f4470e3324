-- Whose transaction is this? As the application says, if it can show that the application says so: app.seal is an HMAC-SHA256 (RFC 2104; the
-- key's two pads are made beforehand) over tenant and member, an expiry and the backend's process, under a key that only the owner reads.
-- SECURITY DEFINER because of that key. A transaction may outlive its seal; the next one may not begin with it. Hashed once more before
-- they are compared, so that the time a comparison takes tells nothing. Without a tenant: NULL, as ever. A wrong seal is an error and no empty
-- answer, so that a node with another key is noticed.
-- Layout of app.seal: key (8), expiry in seconds since 1970 (10), process or 0 (10), MAC in hex (64); the MAC covers what is before it.
create or replace function current_tenant() returns uuid
    language plpgsql
    stable
    parallel safe
    security definer
    set search_path = pg_catalog, public, pg_temp
as
$$
declare
    tenant constant text := current_setting('app.tenant_id', true);
    seal   constant text := current_setting('app.seal', true);
    inward  bytea;
    outward bytea;
begin
    if tenant is null or tenant = '' then
        return null;
    end if;
    select k.inward, k.outward into inward, outward from seal_key k where k.id = left(seal, 8);
    if length(seal) = 92
       and sha256(sha256(outward || sha256(inward || convert_to(left(seal, 28) || tenant || coalesce(current_setting('app.member_id', true), ''), 'UTF8'))))
           = sha256(decode(substr(seal, 29), 'hex'))
       and substr(seal, 9, 10)::bigint >= extract(epoch from now())
       and substr(seal, 19, 10)::int in (0, pg_backend_pid()) then
        return tenant::uuid;
    end if;
    raise exception 'the seal of app.tenant_id is missing, over or not genuine' using errcode = 'insufficient_privilege';
end
$$
^^^
