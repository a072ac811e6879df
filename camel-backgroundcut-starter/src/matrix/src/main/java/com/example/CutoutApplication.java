// SPDX-License-Identifier: Apache-2.0
package com.example;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class CutoutApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CutoutApplication.class, arguments);
    }

    @Bean
    RouteBuilder cutouts() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:pictures").to("backgroundcut:removeBackground");
            }
        };
    }
}
