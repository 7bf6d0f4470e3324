-- The outbox: db-scheduler's table. A task is scheduled in the business transaction by doorstep_app, in its own tenant only;
-- doorstep_worker sees the tasks of all tenants and nothing else. The instance names its tenant and the check holds it to the
-- row's tenant, so a handler that enters the tenant named by the instance can never enter another one.
create table scheduled_tasks (
    tenant_id            uuid        not null,
    task_name            text        not null,
    task_instance        text        not null constraint task_names_its_tenant check (starts_with(task_instance, tenant_id::text || '/')),
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (tenant_id, task_name, task_instance)
);
-- The worker's own view of the queue is by due time over all tenants; it runs without a tenant predicate.
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_instance on scheduled_tasks (task_name, task_instance);

call isolate('scheduled_tasks', 'select, insert, update, delete');
create policy worker on scheduled_tasks to doorstep_worker using (tenant_id is not null) with check (tenant_id is not null);
grant select, update, delete on scheduled_tasks to doorstep_worker;
grant insert on scheduled_tasks to doorstep_worker;

-- Tasks that gave up: people see them and can run them again.
create table dead_task (
    tenant_id     uuid        not null,
    id            uuid        not null,
    task_name     text        not null,
    task_instance text        not null,
    task_data     bytea,
    problem       text        not null,
    attempts      int         not null,
    died_at       timestamptz not null,
    replayed_at   timestamptz,
    primary key (tenant_id, id)
);
call isolate('dead_task', 'select, insert, update');

-- One effect per Idempotency-Key: the stored answer is given again. The hash tells a replay from another request with the same key.
create table idempotency (
    tenant_id    uuid        not null,
    key          text        not null check (length(key) between 1 and 200),
    request_hash bytea       not null,
    status       int,
    body         text,
    location     text,
    created_at   timestamptz not null,
    primary key (tenant_id, key)
);
call isolate('idempotency', 'select, insert, update, delete');
