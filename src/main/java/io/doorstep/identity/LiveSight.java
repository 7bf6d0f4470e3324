package io.doorstep.identity;

import io.doorstep.tenancy.Live;
import java.util.List;

/** Which events of an agency are about something that the scope's member may see. Owned here, answered by the room that knows the tables. */
public interface LiveSight {

    List<Live.Event> seen(List<Live.Event> events);
}
