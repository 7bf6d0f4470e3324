package io.doorstep.tenancy.isolation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A planted bug: the tenant is set for the session instead of the transaction, and stays when the connection goes back. */
final class TenantOfTheSession extends DelegatingDataSource {

    TenantOfTheSession(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    var answer = invoked(real, method, arguments);
                    return method.getName().equals("createStatement") ? forTheSession((Statement) answer) : answer;
                });
    }

    private static Object forTheSession(Statement real) {
        return Proxy.newProxyInstance(
                Statement.class.getClassLoader(), new Class<?>[] {Statement.class}, (_, method, arguments) -> {
                    if (arguments != null
                            && arguments.length == 1
                            && arguments[0] instanceof String sql
                            && sql.startsWith("set local app.tenant_id")) {
                        arguments[0] = sql.replace("set local", "set") + "; commit";
                    }
                    return invoked(real, method, arguments);
                });
    }

    private static Object invoked(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
