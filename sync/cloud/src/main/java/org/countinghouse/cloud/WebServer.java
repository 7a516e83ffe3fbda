package org.countinghouse.cloud;

import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.HandlerFunctionAdapter;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/// Spring Boot at the edge, and nowhere else: an HTTP server on virtual threads that calls the routes it is given.
/// Nothing is scanned for; what is not named here is not started.
final class WebServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    /// @param port 0 for a free one
    WebServer(int port, RouterFunction<ServerResponse> routes) {
        var application = new SpringApplication(Edge.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(settings(port));
        application.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean("routes", RouterFunction.class, () -> routes));
        this.context = application.run();
    }

    private static Map<String, Object> settings(int port) {
        return Map.of(
                "server.address", "127.0.0.1",
                "server.port", String.valueOf(port),
                "server.shutdown", "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase", "5s",
                "spring.threads.virtual.enabled", "true",
                "spring.jmx.enabled", "false",
                "server.max-http-request-header-size", "16KB",
                "server.tomcat.connection-timeout", "20s",
                "server.tomcat.keep-alive-timeout", "60s",
                "server.tomcat.max-connections", "2000");
    }

    int port() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the server was started without a socket");
        }
        return server.getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
    static class Edge {
        @Bean
        RouterFunctionMapping mapping(RouterFunction<?> routes) {
            return new RouterFunctionMapping(routes);
        }

        @Bean
        HandlerFunctionAdapter adapter() {
            return new HandlerFunctionAdapter();
        }
    }
}
