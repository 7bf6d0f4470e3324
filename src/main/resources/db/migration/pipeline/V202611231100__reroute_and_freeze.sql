-- A lead who was taken for a buyer and wants to rent: the deal goes on in another pipeline, in the stage of the same key, as a recorded move.
-- `chain_pipeline` is the pipeline that the row before must have been in: the own one, except for that one kind.
alter table deal_move
    drop constraint deal_move_kind_check,
    add constraint deal_move_kind_check check (kind in ('OPENED', 'TRANSITION', 'OVERRIDE', 'UNDO', 'REROUTED')),
    add column from_pipeline uuid,
    add constraint deal_move_reroute_check check ((kind = 'REROUTED') = (from_pipeline is not null)),
    add constraint deal_move_reroute_keeps_stage check (kind <> 'REROUTED' or (from_stage = to_stage and from_pipeline <> pipeline_id)),
    add column chain_pipeline uuid generated always as (coalesce(from_pipeline, pipeline_id)) stored,
    drop constraint deal_move_tenant_id_deal_id_prior_seq_from_stage_pipeline__fkey,
    add constraint deal_move_follows_the_one_before
        foreign key (tenant_id, deal_id, prior_seq, from_stage, chain_pipeline)
        references deal_move (tenant_id, deal_id, seq, to_stage, pipeline_id);

-- A published version never changes: its stages and transitions are written before `pipeline.current_version` names it, and that only rises.
create function definition_is_frozen() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    if exists (select from pipeline p where p.tenant_id = new.tenant_id and p.id = new.pipeline_id and p.current_version >= new.version) then
        raise exception 'version % of this pipeline is published; publish a new one', new.version
            using errcode = 'check_violation', constraint = 'definition_is_frozen';
    end if;
    return new;
end
$$;
revoke execute on function definition_is_frozen() from public;
create trigger definition_is_frozen before insert on stage for each row execute function definition_is_frozen();
create trigger definition_is_frozen before insert on transition for each row execute function definition_is_frozen();

create function pipeline_version_rises() returns trigger
    language plpgsql
    set search_path = pg_catalog, public
as
$$
begin
    if new.current_version < old.current_version or new.kind <> old.kind then
        raise exception 'a pipeline keeps its kind and its version only rises'
            using errcode = 'check_violation', constraint = 'pipeline_version_rises';
    end if;
    return new;
end
$$;
revoke execute on function pipeline_version_rises() from public;
create trigger pipeline_version_rises before update on pipeline for each row execute function pipeline_version_rises();
